/*
Opens the cases of a file that another house sent, on the device: keys of the vaults are made here for who opens it and for the custodians, every word is
sealed here, and one request for each case goes to the server, which takes all of it or nothing. A case that stands already is not opened again.
*/
import { ask, command, newId, troubleOf } from '../../../../app/api.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import type { Me } from '../../../../app/who.ts'
import { toBase64 } from '../../../../app/field/keys.ts'
import { troubleFrom } from '../file/use-case.ts'
import { shownUnlocked } from '../../../../app/sealing/held.ts'
import { type ImportedRow, importedOpening } from './imported.ts'
import { intakeOf } from './intake-team.ts'
import { drawnSubject } from '../drawn-subject.ts'
import { openingBody } from './opening-body.ts'

/** A file that another house sealed to who is at this desk: opened with their key, here. */
async function openSealedFile(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const unlocked = shownUnlocked()
  if (unlocked === null) throw await troubleFrom({ code: 'locked', facts: {} })
  const opened = await unlocked.openFile(toBase64(bytes))
  if (!opened.ok) throw await troubleFrom(opened.refusal)
  return opened.value
}

/** What the server says of a number under which a case stands: to who works it, and to anybody else. */
const STANDS: readonly string[] = ['case-not-so-far', 'unknown-case']

async function importedOpener(): Promise<(one: ImportedRow & { readonly case: string }) => Promise<'opened' | 'known' | 'waiting'>> {
  const { account, organisation } = (await ask<Me>('/api/me')).data
  if (organisation === null) throw await troubleFrom({ code: 'choose-a-body', facts: {} })
  const own = organisation.id
  const intake = await intakeOf({ account, isWorker: true, ownOrganisation: own, organisation: own })
  if (!intake.ok) throw await troubleFrom(intake.refusal)
  return async ({ case: caseId, ...row }) => {
    const body = await openingBody({
      ...{ caseId, newId, subject: drawnSubject(), organisation: own },
      ...intake.value,
      ...importedOpening(row, todayHere()),
    })
    if (!body.ok) throw await troubleFrom(body.refusal)
    try {
      const receipt = await command('/api/cases', body.value)
      return receipt.provisional === true ? 'waiting' : 'opened'
    } catch (error) {
      if (STANDS.includes(troubleOf(error).refusal?.code ?? '')) return 'known'
      throw error
    }
  }
}

/** What the desk of imports is handed. */
export const importDesk = { begin: importedOpener, unseal: openSealedFile }
