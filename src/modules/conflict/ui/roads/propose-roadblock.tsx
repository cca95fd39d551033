/* Proposing a roadblock: where it stands, who holds it as a class or a group, what is taken, since when, by which source. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { useWords } from '../../../../app/words.ts'
import { Barrier, OperatorClass, type RoadLine, Taxed, TaxedPer } from '../../contract-roads.ts'
import { SheetMineral } from '../../contract-sheets.ts'
import { GradeFields, useGrade } from './grade-fields.tsx'
import { emptyRoadblock, type RoadblockDraft, sentRoadblock } from './roadblock-draft.ts'

export function ProposeRoadblock({ roads, again }: { readonly roads: readonly RoadLine[]; readonly again: () => void }) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => emptyRoadblock(todayHere()))
  const set = (change: Partial<RoadblockDraft>) => setDraft({ ...draft, ...change })
  const grade = useGrade()
  const done = () => {
    setDraft(emptyRoadblock(todayHere()))
    again()
  }
  return (
    <ActDialog
      {...{ title: t('roads.propose'), explain: t('roads.propose.explain'), go: t('roads.propose.go'), path: '/api/conflict/roadblocks' }}
      data={sentRoadblock(draft, grade.whole)}
      missing={t('roads.propose.missing')}
      onDone={done}
    >
      <TextField label={t('roads.name')} value={draft.name} maxLength={120} onValue={(name) => set({ name })} required />
      <Place draft={draft} set={set} roads={roads} />
      <SelectField
        label={t('roads.held-by')}
        value={draft.class}
        options={OperatorClass.options.map((value) => ({ value, label: t(`route.operator.${value}`) }))}
        onValue={(value) => set({ class: value })}
      />
      <TextField
        label={t('roads.operator')}
        hint={t('roads.operator.hint')}
        value={draft.operator}
        maxLength={120}
        onValue={(operator) => set({ operator })}
      />
      <Taking draft={draft} set={set} />
      <DateField
        label={t('roads.first-seen')}
        value={draft.firstSeen}
        max={todayHere()}
        onValue={(firstSeen) => set({ firstSeen })}
        required
      />
      <DateField label={t('roads.last-seen')} value={draft.lastSeen} max={todayHere()} onValue={(lastSeen) => set({ lastSeen })} required />
      <GradeFields {...grade} />
    </ActDialog>
  )
}

interface PartProps {
  readonly draft: RoadblockDraft
  readonly set: (change: Partial<RoadblockDraft>) => void
}
function Place({ draft, set, roads }: PartProps & { readonly roads: readonly RoadLine[] }) {
  const { t } = useWords()
  return (
    <>
      {roads.length > 0 && (
        <SelectField
          label={t('roads.where')}
          value={draft.where}
          options={(['position', 'road'] as const).map((value) => ({ value, label: t(`roads.where.${value}`) }))}
          onValue={(where) => set({ where })}
        />
      )}
      {draft.where === 'road' ? (
        <>
          <NamedField
            label={t('roads.road')}
            value={draft.road}
            named={roads}
            empty={t('roads.road.none')}
            onValue={(road) => set({ road })}
          />
          <TextField label={t('roads.km.field')} inputMode="decimal" value={draft.km} onValue={(km) => set({ km })} required />
        </>
      ) : (
        <>
          <TextField label={t('roads.latitude')} value={draft.latitude} onValue={(latitude) => set({ latitude })} required />
          <TextField label={t('roads.longitude')} value={draft.longitude} onValue={(longitude) => set({ longitude })} required />
        </>
      )}
    </>
  )
}
function Taking({ draft, set }: PartProps) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('roads.barrier')}
        value={draft.barrier}
        options={Barrier.options.map((value) => ({ value, label: t(`roads.barrier.${value}`) }))}
        onValue={(barrier) => set({ barrier })}
      />
      <fieldset className="choices">
        <legend>{t('roads.taxed')}</legend>
        {Taxed.options.map((one) => (
          <CheckChoice
            key={one}
            label={t(`roads.taxed.${one}`)}
            checked={draft.taxed.includes(one)}
            onChecked={(chosen) => set({ taxed: Taxed.options.filter((value) => (value === one ? chosen : draft.taxed.includes(value))) })}
          />
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('roads.resources')}</legend>
        {SheetMineral.options.map((one) => (
          <CheckChoice
            key={one}
            label={t(`mineral.${one}`)}
            checked={draft.resources.includes(one)}
            onChecked={(chosen) =>
              set({ resources: SheetMineral.options.filter((value) => (value === one ? chosen : draft.resources.includes(value))) })
            }
          />
        ))}
      </fieldset>
      <TextField
        label={t('roads.amount')}
        hint={t('roads.amount.hint')}
        inputMode="decimal"
        value={draft.amount}
        onValue={(amount) => set({ amount })}
      />
      {draft.amount.trim() !== '' && (
        <>
          <TextField label={t('roads.currency')} value={draft.currency} maxLength={3} onValue={(currency) => set({ currency })} />
          <SelectField
            label={t('roads.per.field')}
            value={draft.per}
            options={TaxedPer.options.map((value) => ({ value, label: t(`roads.per.${value}`) }))}
            onValue={(per) => set({ per })}
          />
        </>
      )}
    </>
  )
}
