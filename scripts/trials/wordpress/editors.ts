// Publishing a post that is nothing but the link to a form, as somebody does who pastes it, in either editor.
import type { Page } from 'playwright-core'
import type { WordPress } from './site.ts'

/** Signs in, for the editors. */
export async function signIn(page: Page, { address, user, password }: WordPress): Promise<void> {
  await page.goto(`${address}/wp-login.php`)
  await page.fill('#user_login', user)
  await page.fill('#user_pass', password)
  await page.click('#wp-submit')
  await page.waitForURL('**/wp-admin/**')
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+V')
}

/** What the block editor tells of the post that is written. */
const told = (page: Page, what: 'getPermalink' | 'getEditedPostContent') =>
  page.evaluate<string>(`wp.data.select('core/editor').${what}()`)

/**
 * Pastes the link into the embed block of the block editor, waits for its preview, publishes; gives the post's address and
 * what is in it. Pasted into a paragraph, WordPress 6.1 makes that block of links with https alone.
 */
export async function publishWithBlocks(
  page: Page,
  { address }: WordPress,
  link: string,
  title: string,
): Promise<{ post: string; content: string }> {
  await page.goto(`${address}/wp-admin/post-new.php`)
  await page.addLocatorHandler(page.locator('.components-modal__header button'), (close) => close.click())
  await page.locator('.editor-post-title__input').click()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/embed')
  await page.getByRole('option', { name: 'Embed', exact: true }).click()
  await page.locator('.wp-block-embed input').click()
  await paste(page, link)
  await page.keyboard.press('Enter')
  await page.locator('.wp-block-embed iframe').first().waitFor({ state: 'attached' })
  await page.locator('.editor-post-publish-panel__toggle').click()
  await page.locator('.editor-post-publish-panel .editor-post-publish-button').click()
  await page.locator('.post-publish-panel__postpublish').waitFor()
  return { post: await told(page, 'getPermalink'), content: await told(page, 'getEditedPostContent') }
}

/** Pastes the link into the classic editor, waits for its preview, publishes; gives the post's address and what is in it. */
export async function publishClassic(
  page: Page,
  { address }: WordPress,
  link: string,
  title: string,
): Promise<{ post: string; content: string }> {
  await page.goto(`${address}/wp-admin/post-new.php?classic`)
  await page.fill('#title', title)
  await page.frameLocator('#content_ifr').locator('body').click()
  await paste(page, link)
  await page.frameLocator('#content_ifr').locator('.wpview iframe').first().waitFor({ state: 'attached' })
  const content = await page.evaluate<string>(`tinymce.get('content').getContent()`)
  await page.locator('#publish').click()
  // What comes then is the block editor, whose address holds the number of the post.
  await page.waitForURL(/\/post\.php\?post=\d+/)
  const post = `${address}/?p=${new URL(page.url()).searchParams.get('post')}`
  return { post, content }
}
