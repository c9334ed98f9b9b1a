import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '6mb' } },
}

export default withPayload(nextConfig)
