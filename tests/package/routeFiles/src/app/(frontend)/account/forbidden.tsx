export { Forbidden as default } from 'payload-license-manager/portal'
