// First: it has to be there before a configuration is loaded.
import '../../../src/server/asyncStorage'

export { startWorker, type Worker } from '../../../src/jobs/worker'
export { startServer, type StartServerOptions } from '../../../src/server/startServer'
