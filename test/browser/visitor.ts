/*
Somebody in front of the built app: a browser context of a size and a language, signed in or not, that remembers what the page
complained about.
*/
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import { afterAll } from 'vitest'
import { findBrowser } from '../../tools/find-browser.ts'
import { DEMO_PASSWORD } from '../world/accounts.ts'
import { startOwnServer } from './own-server.ts'
import type { DemonstrationServer } from './start-server.ts'

const PICTURES = fileURLToPath(new URL('../../.cache/screens/', import.meta.url))
const { executablePath, args } = await findBrowser({ install: true })
const browser: Browser = await chromium.launch({ executablePath, args: [...args] })
/** Of this file of tests; started by the first visit that names no other. */
let own: Promise<DemonstrationServer> | undefined
const ownAddress = async (): Promise<string> => (await (own ??= startOwnServer())).address
afterAll(async () => {
  await browser.close()
  await (await own)?.stop()
})

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly address: string
  /** Errors of the console and of scripts since the visit began. */
  readonly complaints: string[]
  readonly open: (path: string) => Promise<void>
  /** Keeps a picture in .cache/screens, for people to look at. */
  readonly photograph: (name: string) => Promise<void>
  readonly leave: () => Promise<void>
}

export interface Visit {
  /** Key of an account of the world; nobody signs in without it. */
  readonly as?: string
  readonly width?: number
  readonly language?: 'fr' | 'en'
  readonly dark?: boolean
  /** Another server than that of this file of tests. */
  readonly address?: string
  /** Without the service worker, whose first visit fetches the whole app: for whoever only looks at one screen after the other. */
  readonly onlyLooks?: true
}

export async function visit(wanted: Visit): Promise<Visitor> {
  const { as, width = 1280, language = 'fr', dark = false } = wanted
  const address = wanted.address ?? (await ownAddress())
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 740 : 860 },
    timezoneId: 'Africa/Lubumbashi',
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: wanted.onlyLooks ? 'block' : 'allow',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`)))
  page.on('pageerror', (error) => void complaints.push(error.message))
  if (as) {
    const answer = await context.request.post(`${address}/api/auth/sign-in/email`, {
      data: { email: `${as}@demo.chanzo.example`, password: DEMO_PASSWORD },
      headers: { origin: address },
    })
    if (!answer.ok()) throw new Error(`${as} could not sign in: ${answer.status()}`)
  }
  return {
    page,
    context,
    address,
    complaints,
    open: async (path) => {
      await page.goto(`${address}${path}`)
      await page.locator('main').first().waitFor()
      // Bounded: requests that a service worker takes over are at times never reported as finished.
      await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined)
    },
    photograph: async (name) => {
      mkdirSync(PICTURES, { recursive: true })
      await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true })
    },
    leave: () => context.close(),
  }
}
