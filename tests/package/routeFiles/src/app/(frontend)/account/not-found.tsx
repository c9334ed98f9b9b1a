export { NotFound as default } from 'payload-license-manager/portal'
