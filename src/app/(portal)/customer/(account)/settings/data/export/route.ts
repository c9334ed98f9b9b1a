import { downloadData } from '../../../../../../../portal/settings/data/downloadData'

export const GET = downloadData
