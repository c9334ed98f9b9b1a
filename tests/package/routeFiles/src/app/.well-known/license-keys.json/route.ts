export { publishedKeys as GET } from 'payload-license-manager/portal'
