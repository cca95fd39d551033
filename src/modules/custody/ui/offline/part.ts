/*
Bags without network: weighed and tagged on a telephone, corrected and voided there with a reason. What is needed to write them into the lists and
the pages of lots is brought when there are any; until then this part weighs nothing.
*/
import type { OfflinePart, OverlayParts, WaitingCommand } from '../../../../app/field/offline-part.ts'
import type { WordKey } from '../../../../app/words.ts'
import { fieldsIn, textIn } from './read-kept.ts'
import { TAKEN, stepOf } from './step-of.ts'

const SHOWN = /^\/api\/lots(?:\/[0-9a-f-]{36})?(?:\?.*)?$/

const titles: { readonly [Step in ReturnType<typeof stepOf>]: WordKey } = {
  bag: 'scale.title.bag',
  corrections: 'scale.title.correction',
  withdrawals: 'scale.title.voiding',
}
const afterRefusal: { readonly [Step in ReturnType<typeof stepOf>]: WordKey } = {
  bag: 'scale.refused.bag',
  corrections: 'scale.refused.correction',
  withdrawals: 'scale.refused.voiding',
}

export const bagsOffline: OfflinePart = {
  subjectOf: (path, commandId) => {
    const found = TAKEN.exec(path)
    return found === null ? null : `lot:${found[1] ?? commandId}`
  },
  titleOf: async (command, parts) => ({ key: titles[stepOf(command.path)], facts: await factsOf(command, parts) }),
  corrects: () => false,
  correction: () => Promise.resolve(null),
  afterRefusal: ({ path }) => afterRefusal[stepOf(path)],
  overlay: async (path, known, parts) => {
    if (!SHOWN.test(path)) return undefined
    const ours = parts.waiting.filter((one) => TAKEN.test(one.path))
    if (ours.length === 0) return known
    return (await import('./overlay.ts')).overlayLots(path, known, { ...parts, waiting: ours })
  },
}

async function factsOf(
  command: WaitingCommand,
  { kept, waiting }: OverlayParts,
): Promise<{ readonly tag: string; readonly mass: string | number }> {
  const lot = command.subject.slice('lot:'.length)
  const bag =
    command.path === '/api/bags' ? command.data : waiting.find((one) => one.subject === command.subject && one.path === '/api/bags')?.data
  const known = fieldsIn(fieldsIn(await kept(`/api/lots/${lot}`))['lot'])
  const grams = fieldsIn(command.data)['massGrams'] ?? fieldsIn(bag)['massGrams'] ?? known['massGrams']
  return { tag: textIn(bag, 'tag') ?? textIn(known, 'number') ?? '—', mass: typeof grams === 'number' ? grams / 1000 : '—' }
}
