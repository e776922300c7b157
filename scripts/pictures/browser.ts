// The browser that pictures are made with: $CHROMIUM, else the system's, else the one from npm.
import { existsSync } from 'node:fs'
import npmChromium from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const program = async (): Promise<string> => {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome']
  return known.find((path) => path && existsSync(path)) ?? npmChromium.executablePath()
}

/** Starts it; whoever starts it closes it. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await program(), args: ['--no-sandbox'] })
