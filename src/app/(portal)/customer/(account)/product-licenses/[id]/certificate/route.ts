import { downloadCertificate } from '../../../../../../../portal/licenses/downloadCertificate'

type Context = { params: Promise<{ id: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return downloadCertificate(request, (await params).id)
}
