export { generateMetadata, Page as default } from 'payload-license-manager/portal'
