/* Without network: the installed app opens, the map shows what was seen, and a stranger tells a genuine certificate from a changed one. */
import { expect, test } from 'vitest'
import { type Visitor, visit } from './visitor.ts'

async function untilInstalled({ page }: Visitor): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

async function certificateCode(): Promise<string> {
  const validator = await visit({ as: 'validator' })
  const answer = await validator.context.request.get(`${validator.address}/api/certificates/CD-${new Date().getUTCFullYear()}-000001`)
  const body: unknown = await answer.json()
  await validator.leave()
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
}

test('a certificate is checked offline: genuine as printed, refused with one changed byte', async () => {
  const code = await certificateCode()
  expect(code).toMatch(/^ASM1:/)
  const visitor = await visit({ width: 360 })
  await visitor.open('/verify')
  await untilInstalled(visitor)
  await visitor.open('/verify')
  await visitor.context.setOffline(true)
  await visitor.page.reload()
  const { page } = visitor
  const check = async (text: string): Promise<string> => {
    await page.locator('textarea').fill(text)
    await page.getByRole('button', { name: /vérifier/i }).click()
    const verdict = page.locator('[data-verdict]')
    await verdict.waitFor()
    return (await verdict.getAttribute('data-verdict')) ?? ''
  }
  expect(await check(code)).toBe('genuine')
  await visitor.photograph('verify-genuine-offline')
  for (const at of [10, 60, Math.floor(code.length / 2), code.length - 2]) {
    await page.reload()
    const changed = code.slice(0, at) + (code[at] === '0' ? '1' : '0') + code.slice(at + 1)
    expect(await check(changed), `character ${at}`).not.toBe('genuine')
  }
  await visitor.photograph('verify-changed-offline')
  await visitor.leave()
})

test('the map and the list of sites open again without network after they were seen once', async () => {
  const visitor = await visit({ as: 'planner' })
  await visitor.open('/map')
  await untilInstalled(visitor)
  await visitor.open('/sites')
  await visitor.open('/map')
  await visitor.page.waitForTimeout(1500)
  await visitor.context.setOffline(true)
  await visitor.page.reload()
  await visitor.page.getByRole('link', { name: 'Mlima Saba' }).first().waitFor()
  await visitor.page.locator('canvas').first().waitFor()
  await visitor.photograph('map-offline')
  await visitor.leave()
})
