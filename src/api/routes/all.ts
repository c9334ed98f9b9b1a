import { healthCheck } from '../health'
import { healthAnswer } from '../openapi/answers'
import { customerRoutes } from './customers'
import { externalRoutes } from './external'
import { licenseRoutes } from './licenses'
import { productRoutes } from './products'
import type { Route } from './route'
import { updateRoutes } from './updates'
import { versionRoutes } from './versions'

const publicRoutes: Route[] = [
  {
    access: 'public',
    docs: {
      answer: healthAnswer,
      examples: [{ answer: { status: 'ok' }, title: 'All is well' }],
      summary: 'Whether the server and its database answer',
      tag: 'Server',
    },
    handler: healthCheck,
    method: 'get',
    path: '/health-check',
  },
]

/** Every call of the API. What is not in here is not served, and what is in here is documented. */
export const routes: Route[] = [
  ...externalRoutes,
  ...updateRoutes,
  ...productRoutes,
  ...versionRoutes,
  ...licenseRoutes,
  ...customerRoutes,
  ...publicRoutes,
]
