import { publishedKeys } from '../../../../portal/licenses/publishedKeys'

export const dynamic = 'force-dynamic'

export const GET = publishedKeys
