import { downloadFile } from '../../../../../../../../../portal/downloads/downloadFile'
import type { DownloadParams } from '../../../../../../../../../portal/downloads/downloadResponse'

type Context = { params: Promise<DownloadParams> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return downloadFile(request, await params)
}
