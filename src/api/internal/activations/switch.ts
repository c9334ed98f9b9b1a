import { licensingSettings } from '../../../../collections/Settings/licensingSettings'
import { tellDeactivated } from '../../../extensions/tellDeactivated'
import { deactivateById } from '../../../licensing/deactivateById'
import { reactivate } from '../../../licensing/reactivate'
import { findActivationById } from '../../../licensing/repository/activations'
import { ApiError } from '../../errors'
import type { ApiContext } from '../../types'
import { pathName } from '../request'
import { activationQuery, toActivationResource } from './activation'
import { slugOf } from '../../../slugs/slugOf'
import { isUuid } from '../../../text/isUuid'

/** `POST /activated-product-activations/{id}`: makes an activation active again, within the licence's limit. One that is active stays so. */
export async function reactivateActivation(context: ApiContext): Promise<Response> {
  const activationId = readId(context)
  const { db, settings } = context.get('services')
  const outcome = await reactivate({
    activationId,
    db,
    settings: licensingSettings(await settings()),
  })
  if (outcome === 'not_found') throw new ApiError(404, 'notFound')
  const isActive = outcome === 'ok' || (await findActivationById(db, activationId))?.isActive
  if (!isActive) {
    const message = context.get('messages').slots[outcome]
    throw new ApiError(422, 'invalid', { errors: { is_active: [message] } })
  }
  return respondWithActivation(context, activationId)
}

/** `DELETE /activated-product-activations/{id}`: ends an activation. One that has ended already stays as it is. */
export async function deactivateActivation(context: ApiContext): Promise<Response> {
  const activationId = readId(context)
  const { db, payload } = context.get('services')
  const outcome = await deactivateById({ activationId, by: 'admin', db })
  if (outcome === 'not_found') throw new ApiError(404, 'notFound')
  if (outcome === 'ok') await tellDeactivated(payload, 'admin', [activationId])
  return respondWithActivation(context, activationId)
}

function readId(context: ApiContext): string {
  const id = pathName(context, 'id')
  if (!isUuid(id)) throw new ApiError(404, 'notFound')
  return id
}

async function respondWithActivation(context: ApiContext, id: string): Promise<Response> {
  const activation = await context
    .get('services')
    .payload.findByID({ ...activationQuery, collection: slugOf('activations'), id })
  return context.json({ data: toActivationResource(activation) })
}
