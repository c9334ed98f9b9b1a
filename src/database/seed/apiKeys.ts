import type { PayloadRequest } from 'payload'

/** Creates one key of each kind and gives them back: this is the only time that they can be read. */
export async function seedApiKeys(
  req: PayloadRequest,
): Promise<{ external: string; internal: string }> {
  return {
    external: await createKey(req, 'external', 'Demo client software'),
    internal: await createKey(req, 'internal', 'Demo shop'),
  }
}

async function createKey(
  req: PayloadRequest,
  kind: 'external' | 'internal',
  name: string,
): Promise<string> {
  const created = await req.payload.create({
    collection: 'api-keys',
    data: { kind, name },
    overrideAccess: true,
    req,
  })
  return (created as unknown as { key: string }).key
}
