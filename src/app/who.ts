/* Who is signed in, and what this server is. Kept answers serve offline, so a person stays who they are without network. */
import { ApiTrouble } from './api.ts'
import type { Needed } from './screen.ts'
import { type Asked, questions, useAnswer } from './ask.ts'

export interface Me {
  readonly account: string
  readonly tenant: string
  /** One's own name, shown to oneself only. */
  readonly name: string | null
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: string } | null
  readonly roles: readonly string[]
  readonly capabilities: readonly string[]
  readonly territory: 'everywhere' | readonly string[]
  readonly language: 'fr' | 'en'
  /** Two-step confirmation is on. */
  readonly secondFactor: boolean
  /** Whether this account must have it: `waived` on a demonstration that does without. */
  readonly secondFactorRule: 'none' | 'demanded' | 'waived'
  /** When two others took it off, for a lost telephone. */
  readonly secondFactorResetAt: string | null
}
export interface About {
  readonly version: string
  readonly demo: boolean
  /** Days that the demonstration is shown ahead of the calendar. */
  readonly daysAhead: number
  /** Fictional people whose password is public; empty on any server that is not a demonstration. */
  readonly demoAccounts: readonly DemoAccount[]
}
export interface DemoAccount {
  readonly email: string
  readonly password: string
  readonly role: string
  readonly does: { readonly fr: string; readonly en: string }
}

/** Nobody (a stranger) is `data: null`; any other error stays an error. */
export function useMe(): Asked<Me> & { readonly stranger: boolean } {
  const asked = useAnswer<Me>('/api/me')
  const stranger = asked.error instanceof ApiTrouble && asked.error.trouble.kind === 'signed-out'
  return { ...asked, data: stranger ? undefined : asked.data, stranger }
}
export const useAbout = (): Asked<About> => useAnswer<About>('/api/about')

/** One of several, where several are named; a need may also be `signed-in` or `anyone`. */
export const mayOpen = (needed: Needed, me: Pick<Me, 'capabilities'> | undefined): boolean =>
  [needed].flat().some((one) => one === 'anyone' || (me !== undefined && (one === 'signed-in' || me.capabilities.includes(one))))

/** After signing in or out nothing that another person saw stays on this device. */
export async function forgetAnswers(): Promise<void> {
  if ('caches' in globalThis)
    await Promise.all((await caches.keys()).filter((name) => name.startsWith('answers')).map((name) => caches.delete(name)))
  questions.clear()
  // Whoever holds something opened in memory lets go of it.
  dispatchEvent(new Event('chanzo-forget'))
}
