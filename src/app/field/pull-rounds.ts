/* What a round of the sync does beside sending: unfinished forms are exchanged, then what is carried is brought up to date. */
import { newId } from '../api.ts'
import { questions } from '../ask.ts'
import { isOnScreen, syncDrafts } from './drafts.ts'
import type { PhoneVault } from './open-phone.ts'
import { isOfPersons } from './carried-cases.ts'
import { pullAll } from './pull.ts'
import type { SyncParts } from './sync.ts'

export const fieldRounds = (vault: Pick<PhoneVault, 'keep' | 'files' | 'holder'>): SyncParts['rounds'] => ({
  drafts: async ({ store, post }) => {
    const { keep, files, holder } = vault
    await syncDrafts({ store, post, keep, files, holder, newId, isOpen: isOnScreen })
  },
  taken: () => void questions.invalidateQueries(),
  pull: async ({ store, post, told }) => {
    let came = 0
    const carried = readCarried(await store.read('setting', 'carried'))
    await pullAll({
      ...{ store, post, carried },
      letGo: forgetShown,
      told: (done, of) => {
        came = done
        told(done, of)
      },
    }).finally(() => {
      // The screen that is open shows what came.
      if (came > 0) void questions.invalidateQueries()
    })
  },
})

/** Answers about persons that screens hold in memory go too; a screen that is open asks anew. */
export const forgetShown = (): void =>
  void questions.resetQueries({ predicate: ({ queryKey: [path] }) => typeof path === 'string' && isOfPersons(path) })

const textsIn = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : [])
function readCarried(value: unknown): { readonly missions: readonly string[]; readonly areas: readonly string[] } {
  if (typeof value !== 'object' || value === null) return { missions: [], areas: [] }
  return {
    missions: 'missions' in value ? textsIn(value.missions) : [],
    areas: 'areas' in value ? textsIn(value.areas) : [],
  }
}
