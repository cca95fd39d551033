/*
The timer of `serve` for the public ledger: every few seconds the head is signed when it grew, and witnesses are asked. A ledger that may not sign is
said once, and again only when it changed.
*/
import type { Program } from './program.ts'
import { openServerLog } from './server-log.ts'

const SECONDS = 5

export function startLedgerRounds({ modules }: Pick<Program, 'modules'>): { readonly stop: () => Promise<void> } {
  const { fault } = openServerLog()
  let underWay: Promise<void> | null = null
  let said = ''
  const say = (words: string, error: unknown): void => {
    if (said !== words) fault({ id: 'ledger', route: 'ledger', error })
    said = words
  }
  const round = async (): Promise<void> => {
    try {
      const signing = await modules.ledger.signer.freshen()
      if (!signing.ok) return say(signing.fault, new Error(`no head is signed: ${JSON.stringify(signing)}`))
      const unwell = (await modules.ledger.askWitnesses()).filter((one) => one.outcome === 'refused' || one.outcome === 'not-reached')
      if (unwell.length > 0) return say(JSON.stringify(unwell), new Error(`witnesses did not cosign: ${JSON.stringify(unwell)}`))
      said = ''
    } catch (error) {
      say(String(error), error)
    }
  }
  const timer = setInterval(() => {
    underWay ??= round().finally(() => {
      underWay = null
    })
  }, SECONDS * 1000)
  return {
    stop: async () => {
      clearInterval(timer)
      await underWay
    },
  }
}
