export { default as ErrorPage } from '../../../src/app/(portal)/customer/error'
