/* What plenary does with cards. The choice of where a card hangs leaves out the card itself; what would close a ring is refused by the server in words. */
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { LongTextField, SelectField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { type HallCard, WallKind, type WorkshopShown } from '../../contract-workshops.ts'

type WallKind = HallCard['kind']
interface CardParts {
  readonly data: WorkshopShown
  readonly again: () => void
}
interface Fields {
  readonly text: string
  readonly kind: WallKind
  readonly under: string
}
interface FieldProps {
  readonly fields: Fields
  readonly set: (part: Partial<Fields>) => void
  readonly others: readonly HallCard[]
}
function CardFields({ fields, set, others }: FieldProps) {
  const { t } = useWords()
  return (
    <>
      <LongTextField
        {...{ label: t('workshop.card.text'), hint: t('workshop.card.text.hint'), value: fields.text, maxLength: 240, rows: 2 }}
        onValue={(text) => set({ text })}
      />
      <Choice
        legend={t('workshop.card.kind')}
        value={fields.kind}
        options={WallKind.options.map((value) => ({ value, label: t(`code.card.${value}`), hint: t(`workshop.card.kind.${value}`) }))}
        onValue={(kind) => set(kind === 'core' ? { kind, under: '' } : { kind })}
      />
      {fields.kind !== 'core' && (
        <SelectField
          label={t('workshop.card.under')}
          hint={t('workshop.card.under.hint')}
          value={fields.under}
          options={[
            { value: '', label: t('workshop.card.under.none') },
            ...others.map((one) => ({ value: String(one.id), label: one.text })),
          ]}
          onValue={(under) => set({ under })}
        />
      )}
    </>
  )
}
const cardOf = ({ text, kind, under }: Fields) =>
  text.trim() === '' ? null : { text: text.trim(), kind, under: under === '' ? null : under }

export function AddCard({ data, again }: CardParts) {
  const { t } = useWords()
  const core = data.cards.find((one) => one.kind === 'core')
  const blank: Fields = { text: '', kind: core ? 'cause' : 'core', under: core?.id ?? '' }
  const [fields, setFields] = useState(blank)
  const [card, setCard] = useState(newId)
  const written = cardOf(fields)
  return (
    <ActDialog
      {...{ title: t('workshop.card.add'), explain: t('workshop.card.add.explain'), go: t('workshop.save') }}
      path={`/api/conflict/workshops/${data.id}/cards`}
      data={written && { card, group: null, ...written }}
      missing={t('workshop.card.missing')}
      onDone={() => {
        setFields({ ...blank, kind: 'cause', under: core?.id ?? card })
        setCard(newId())
        again()
      }}
    >
      <CardFields fields={fields} set={(part) => setFields((before) => ({ ...before, ...part }))} others={data.cards} />
    </ActDialog>
  )
}
export function ChangeCard({ card, data, again }: CardParts & { readonly card: HallCard }) {
  const { t } = useWords()
  const [fields, setFields] = useState<Fields>({ text: card.text, kind: card.kind, under: card.under ?? '' })
  const written = cardOf(fields)
  return (
    <ActDialog
      {...{ title: t('workshop.card.change'), explain: t('workshop.card.change.explain'), go: t('workshop.save'), kind: 'plain' }}
      path={`/api/conflict/workshops/${data.id}/cards`}
      data={written && { card: card.id, group: card.group, ...written }}
      missing={t('workshop.card.missing')}
      onDone={again}
    >
      <CardFields
        fields={fields}
        set={(part) => setFields((before) => ({ ...before, ...part }))}
        others={data.cards.filter((one) => one.id !== card.id)}
      />
    </ActDialog>
  )
}
export function WithdrawCard({ card, data, again }: CardParts & { readonly card: HallCard }) {
  const { t } = useWords()
  const [because, setBecause] = useState('')
  return (
    <ActDialog
      {...{ title: t('workshop.card.withdraw'), explain: t('workshop.card.withdraw.explain'), go: t('workshop.card.withdraw') }}
      {...{ kind: 'danger', path: `/api/conflict/workshops/${data.id}/card-withdrawals`, onDone: again }}
      data={because.trim() === '' ? null : { card: card.id, because: because.trim() }}
      missing={t('workshop.because.missing')}
    >
      <p>
        <q>{card.text}</q>
      </p>
      <LongTextField
        {...{ label: t('workshop.because'), hint: t('workshop.no-persons'), value: because, maxLength: 400, rows: 2, required: true }}
        onValue={setBecause}
      />
    </ActDialog>
  )
}
