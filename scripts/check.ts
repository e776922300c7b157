// `npm run check`: types, lint and all tests; with --quick what every commit passes, with --long many runs of each property.
import { runSteps } from './run/steps.ts'

const extent = process.argv.includes('--quick') ? 'quick' : process.argv.includes('--long') ? 'long' : 'all'
process.exitCode = await runSteps(extent)
