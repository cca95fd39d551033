import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NEUTRAL_NAME, isNeutral } from './neutral-name.ts'

const text = (name: string): string => readFileSync(new URL(`./public/${name}`, import.meta.url), 'utf8')

test('the other manifest bears another name and other icons, and nothing of the app, of minerals or of persons', () => {
  const manifest: { readonly name: string; readonly icons: readonly { readonly src: string }[] } = JSON.parse(text('carnet.webmanifest'))
  expect(manifest.name).toBe(NEUTRAL_NAME)
  expect(text('carnet.webmanifest') + text('carnet.svg')).not.toMatch(/chanzo|mine|traite|victim|0f5c5c/i)
  for (const { src } of manifest.icons) expect(src).toMatch(/^\/carnet/)
})

test('the choice lies on the device, and is off until somebody makes it', () => {
  expect(isNeutral({ getItem: () => null })).toBe(false)
  expect(isNeutral({ getItem: () => 'yes' })).toBe(true)
})
