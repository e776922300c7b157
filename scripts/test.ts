// `npm test`: everything that must hold, as CI runs it.
import { runSteps } from './run/steps.ts'

process.exitCode = await runSteps('all')
