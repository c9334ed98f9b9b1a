export { GET } from 'payload-license-manager/portal'
