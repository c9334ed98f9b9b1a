import { downloadCertificate } from '../../../../../../../portal/licenses/downloadCertificate'

type Context = { params: Promise<{ id: string }> }

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return downloadCertificate((await params).id)
}
