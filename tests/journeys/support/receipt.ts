// The receipt's page.
import type { Page } from 'playwright-core'

/** The reference as it is seen, and as a screen reader is given it. */
export async function referenceOn(page: Page): Promise<{ seen: string; spoken: string }> {
  const reference = page.locator('.ref')
  return {
    seen: await reference.locator('[aria-hidden]').innerText(),
    spoken: await reference.ariaSnapshot(),
  }
}

/** `KX4-RT7-WN5` → `K X 4, R T 7, W N 5`. */
export const spelled = (reference: string): string =>
  reference
    .split('-')
    .map((group) => [...group].join(' '))
    .join(', ')
