// `npm run check`: types, lint and all tests; with --quick without the browser tests.
import { runSteps } from './run/steps.ts'

process.exitCode = await runSteps(process.argv.includes('--quick') ? 'quick' : 'all')
