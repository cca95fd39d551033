/*
Saying anew what an actor is, where it is and how it stands in demobilisation; and taking away a spelling that was wrong. What was said before stays in the record.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type ActorDetail, ActorKind, DdrStatus } from '../../contract-actors.ts'
import type { Areas } from './use-area-names.ts'

interface Parts {
  readonly data: ActorDetail
  readonly again: () => void
}
export function DescribeAct({ data, again }: Parts) {
  const { t } = useWords()
  const [said, setSaid] = useState({ kind: data.kind, areas: data.areas, ddr: data.ddr, described: data.described ?? '' })
  const set = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const { kind, areas, ddr, described } = said
  return (
    <ActDialog
      {...{ title: t('actors.describe'), explain: t('actors.describe.explain'), go: t('actors.describe.go'), kind: 'plain' }}
      path={`/api/conflict/actors/${data.id}/descriptions`}
      data={{ kind, areas, ddr, described: described.trim() || null }}
      onDone={again}
    >
      <SelectField
        label={t('actors.kind')}
        value={kind}
        options={ActorKind.options.map((value) => ({ value, label: t(`actors.kind.${value}`) }))}
        onValue={(to) => set({ kind: to })}
      />
      <AreaChoices areas={areas} onAreas={(to) => set({ areas: to })} />
      <SelectField
        label={t('actors.ddr')}
        value={ddr}
        options={DdrStatus.options.map((value) => ({ value, label: t(`actors.ddr.${value}`) }))}
        onValue={(to) => set({ ddr: to })}
      />
      <LongTextField
        label={t('actors.described')}
        hint={t('actors.no-persons')}
        value={described}
        maxLength={1000}
        onValue={(to) => set({ described: to })}
      />
    </ActDialog>
  )
}

interface ChoicesProps {
  readonly areas: readonly string[]
  readonly onAreas: (areas: string[]) => void
}
/** An area that is no territoire (a whole province) stays chosen until somebody takes it away. */
function AreaChoices({ areas, onAreas }: ChoicesProps) {
  const { t } = useWords()
  const territoires = useAnswer<Areas>('/api/places/areas?level=territoire').data?.areas ?? []
  const provinces = useAnswer<Areas>('/api/places/areas?level=province').data?.areas ?? []
  const listed = [...provinces.filter((one) => areas.includes(one.code)), ...territoires]
  const unknown = areas.filter((code) => !listed.some((one) => one.code === code)).map((code) => ({ code, name: code }))
  return (
    <fieldset className="choices">
      <legend>{t('actors.areas')}</legend>
      {[...unknown, ...listed].map(({ code, name }) => (
        <CheckChoice
          key={code}
          label={name}
          checked={areas.includes(code)}
          onChecked={(yes) => onAreas(yes ? [...areas, code] : areas.filter((one) => one !== code))}
        />
      ))}
    </fieldset>
  )
}

export function RemoveSpellingAct({ data, written, again }: Parts & { readonly written: string }) {
  const { t } = useWords()
  return (
    <ActDialog
      {...{ title: t('actors.alias.remove'), explain: t('actors.alias.remove.explain', { written }), go: t('actors.alias.remove.go') }}
      path={`/api/conflict/actors/${data.id}/spelling-removals`}
      kind="danger"
      data={{ written }}
      onDone={again}
    >
      {null}
    </ActDialog>
  )
}
