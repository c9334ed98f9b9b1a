export { startWorker, type Worker } from '../../../src/jobs/worker'
export { startServer, type StartServerOptions } from '../../../src/server/startServer'
