/*
To whom a new case goes, where it comes from and what it is about: chosen before it is sent. A caseworker keeps it; whoever only sends chooses a body,
and cannot read it again afterwards.
*/
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { SelectField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { caseTypeLabels } from '../../domain/case/case-labels.ts'
import { CaseType } from '../../domain/case/case-words.ts'
import { type CaseSource, caseSourceLabels, caseSources } from '../../domain/case/event-labels.ts'
import { say } from '../../domain/label.ts'
import type { PickedFile } from '../attachments/pick-file.tsx'
import { sealFile } from '../attachments/sealed-file.ts'
import { keepToSend, letGo, sendKept } from '../attachments/send-file.ts'
import { TAKES_IN } from '../consent/bodies.ts'
import { troubleFrom } from '../file/use-case.ts'
import { type HarmPlace, placeIn, unknownPlace } from './harm-place.ts'
import { HarmPlaceFields } from './harm-place-fields.tsx'
import { intakeOf } from './intake-team.ts'
import { drawnSubject } from '../drawn-subject.ts'
import { type Opening, type TakenFile, openingBody } from './opening-body.ts'

export interface IntakeChoice {
  readonly organisation: string
  readonly type: CaseType | ''
  readonly source: CaseSource
  readonly place: HarmPlace
}
interface Bodies {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
}

export interface Opened {
  readonly case: string
  readonly subject: string
  readonly isKept: boolean
}
type Told = Pick<Opening, 'profile' | 'texts'> & { readonly files?: readonly PickedFile[] }

export function useIntake() {
  const me = useMe().data
  const [choice, setChoice] = useState<IntakeChoice>({ organisation: '', type: '', source: 'site-visit', place: unknownPlace })
  const command = useCommand<object>('/api/cases')
  const isWorker = mayOpen('cases.work', me)
  const own = me?.organisation?.id ?? null
  const organisation = choice.organisation !== '' ? choice.organisation : isWorker ? (own ?? '') : ''
  const open = async (told: Told, type: CaseType): Promise<Opened> => {
    if (me === undefined || organisation === '') throw await troubleFrom({ code: 'choose-a-body', facts: {} })
    const intake = await intakeOf({ account: me.account, isWorker, ownOrganisation: own, organisation })
    if (!intake.ok) throw await troubleFrom(intake.refusal)
    const caseId = newId()
    const subject = drawnSubject()
    const files = await sealedFiles(caseId, told.files ?? [])
    const { source, place } = choice
    const { exploitedIn, country } = placeIn(place)
    const body = await openingBody({
      ...{ caseId, newId, subject, type: choice.type || type, source, organisation, provinceCode: exploitedIn },
      ...intake.value,
      ...{ files, texts: told.texts, profile: told.profile === null ? null : { ...told.profile, exploitedIn, country } },
    })
    if (!body.ok) throw await troubleFrom(body.refusal)
    for (const { attachment, sha256, sealed } of files) await keepToSend({ caseId, attachment, sha256 }, sealed)
    const receipt = await command.send(body.value, { id: caseId }).catch(async (error: unknown) => {
      for (const { sha256 } of files) await letGo(sha256)
      throw error
    })
    // The case is there: a file whose way broke lies here as ciphertext and goes on from the page of the case.
    for (const { attachment, sha256 } of files) await sendKept({ caseId, attachment, sha256 }, () => undefined).catch(() => undefined)
    const reads = intake.value.readers.some((one) => one.holder.account === me.account)
    return { case: caseId, subject, isKept: reads && receipt.provisional !== true }
  }
  return { choice, setChoice, isWorker, organisation, open, chooser: <Chooser {...{ choice, setChoice, isWorker }} /> }
}

async function sealedFiles(caseId: string, files: readonly PickedFile[]): Promise<readonly TakenFile[]> {
  const taken: TakenFile[] = []
  for (const file of files) {
    const attachment = newId()
    const sealed = await sealFile({ ...file, caseId, attachment })
    if (!sealed.ok) throw await troubleFrom(sealed.refusal)
    taken.push({ ...sealed.value, attachment, vault: file.vault })
  }
  return taken
}

interface ChooserProps {
  readonly choice: IntakeChoice
  readonly setChoice: (choice: IntakeChoice) => void
  readonly isWorker: boolean
}
function Chooser({ choice, setChoice, isWorker }: ChooserProps) {
  const { t, language } = useWords()
  const bodies = useAnswer<Bodies>(isWorker ? null : '/api/organisations').data
  return (
    <div className="stack">
      {isWorker ? (
        <Note tone="calm">{t('opening.yours')}</Note>
      ) : (
        <>
          <Note>{t('opening.write-only')}</Note>
          <NamedField
            label={t('opening.body')}
            named={bodies?.organisations.filter((one) => TAKES_IN.includes(one.kind))}
            empty={t('opening.body.choose')}
            value={choice.organisation}
            onValue={(organisation) => setChoice({ ...choice, organisation })}
          />
        </>
      )}
      <SelectField
        label={t('opening.type')}
        value={choice.type}
        onValue={(type) => setChoice({ ...choice, type })}
        options={[
          { value: '', label: t('opening.type.choose') },
          ...CaseType.options.map((value) => ({ value, label: say(caseTypeLabels, value, language) })),
        ]}
      />
      <SelectField
        label={t('opening.source')}
        value={choice.source}
        onValue={(source) => setChoice({ ...choice, source })}
        options={caseSources.map((value) => ({ value, label: say(caseSourceLabels, value, language) }))}
      />
      <HarmPlaceFields value={choice.place} onValue={(place) => setChoice({ ...choice, place })} />
    </div>
  )
}
