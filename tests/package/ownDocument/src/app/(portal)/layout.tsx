export {
  generateLayoutMetadata as generateMetadata,
  Layout as default,
  viewport,
} from 'payload-license-manager/portal'
