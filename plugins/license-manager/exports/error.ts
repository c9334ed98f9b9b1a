export { ErrorPage } from '../portal/ErrorPage'
