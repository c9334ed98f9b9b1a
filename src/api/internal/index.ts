import { Hono } from 'hono'

import { requireKey } from '../auth/requireKey'
import { connectionCheck } from '../connectionCheck'
import type { ApiEnv } from '../types'
import { listActivations } from './activations/list'
import { reactivateActivation, deactivateActivation } from './activations/switch'
import { idempotent } from './idempotent'
import { createLicense } from './licenses/create'
import { getLicense } from './licenses/get'
import { listLicenses } from './licenses/list'
import { updateLicense } from './licenses/update'
import { createProduct } from './products/create'
import { getProduct } from './products/get'
import { listProducts } from './products/list'
import { switchProduct } from './products/switch'
import { updateProduct } from './products/update'
import { blockLicense } from './licenses/block'
import { createVersion, getVersion, listVersions, updateVersion } from './versions'

/** The calls of shop back ends. */
export function internalApi(): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .use(requireKey('internal'))
    .get('/connection-check', connectionCheck)
    .get('/products', listProducts)
    .post('/products', idempotent(createProduct))
    .get('/products/:reference', getProduct)
    .put('/products/:reference', updateProduct)
    .post('/activated-products/:reference', switchProduct(true))
    .delete('/activated-products/:reference', switchProduct(false))
    .get('/products/:reference/versions', listVersions)
    .post('/products/:reference/versions', idempotent(createVersion))
    .get('/products/:reference/versions/:version', getVersion)
    .post('/products/:reference/versions/:version', updateVersion)
    .get('/product-licenses', listLicenses)
    .post('/product-licenses', idempotent(createLicense))
    .get('/product-licenses/:id', getLicense)
    .put('/product-licenses/:id', updateLicense)
    .post('/blocked-product-licenses/:id', blockLicense(true))
    .delete('/blocked-product-licenses/:id', blockLicense(false))
    .get('/product-activations', listActivations)
    .post('/activated-product-activations/:id', reactivateActivation)
    .delete('/activated-product-activations/:id', deactivateActivation)
}
