/*
The form in which rules are proposed: one rule after another goes on a list, each checked against its bounds by the same rule as on the server, then day,
mark, source and reason for all of them. Nothing in it is about a person.
*/
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import type { RulesShown } from '../../contract-rules.ts'
import { type RuleChange, checkChanges, forgetsEarlier, listIn, loosens, numberIn, withChanges } from '../../domain/rules/chosen.ts'
import { ruleList, ruleLists, ruleNumber, ruleNumbers } from '../../domain/rules/rule-catalogue.ts'
import { chosenIn } from '../../domain/rules/rules-wire.ts'
import { Changes } from './proposals.tsx'
import { amountText, groupLabels, itemText, ruleText, rulesAtOdds, saidOf } from './rule-labels.ts'

const MARKS = ['V', 'S', 'U', 'D'] as const
interface FormProps {
  readonly shown: RulesShown
  readonly done: () => void
}
const nameOf = (change: RuleChange): string => ('list' in change ? change.list : change.key)
const blank = { from: '', evidence: 'D' as const, source: '', reason: '' }

export function ProposeForm({ shown, done }: FormProps) {
  const { t, language } = useWords()
  const { send, sending, error } = useCommand<object>('/api/case-rules')
  const [changes, setChanges] = useState<readonly RuleChange[]>([])
  const [said, setSaid] = useState<Said>({ ...blank, from: shown.today })
  const chosen = chosenIn(shown.inForce)
  const changed = withChanges(chosen, changes, { evidence: said.evidence, source: said.source })
  const [isShorter, isLooser] = [forgetsEarlier(chosen, changed), loosens(chosen, changed)]
  const first = isShorter || isLooser ? addDays(shown.today, shown.noticeDays) : shown.today
  const from = said.from < first ? first : said.from
  const isReady = changes.length > 0 && said.source.trim().length >= 5 && said.reason.trim().length >= 10
  const odds = rulesAtOdds(error, language)
  const propose = async () => {
    const { evidence, source, reason } = said
    const receipt = await send({ changes, from, evidence, source: source.trim(), reason: reason.trim() }).catch(() => null)
    if (receipt === null) return
    setChanges([])
    done()
  }
  return (
    <Panel title={t('case-rules.propose')}>
      <div className="stack no-print">
        <p className="small">{t('case-rules.propose.explain')}</p>
        <AddChange shown={shown} add={(next) => setChanges([...changes.filter((one) => nameOf(one) !== nameOf(next)), next])} />
        {changes.length > 0 && (
          <Note tone="calm">
            <Changes changes={[...changes].map(plain)} />
            <Button kind="quiet" onClick={() => setChanges([])}>
              {t('case-rules.clear')}
            </Button>
          </Note>
        )}
        {isShorter && <Note>{t('case-rules.notice', { n: shown.noticeDays })}</Note>}
        {isLooser && <Note>{t('case-rules.notice.looser', { n: shown.noticeDays })}</Note>}
        <Reasons said={{ ...said, from }} set={setSaid} first={first} />
        {error && <ErrorState error={error} />}
        {odds !== null && <Note>{t('case-rules.at-odds', odds)}</Note>}
        {!isReady && <p className="small">{t('case-rules.missing')}</p>}
        <div className="form-actions">
          <Button kind="primary" busy={sending} disabled={!isReady} onClick={() => void propose()}>
            {t('case-rules.propose.go')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
const plain = (change: RuleChange) => ('list' in change ? { list: change.list, items: [...change.items] } : change)

interface Said {
  readonly from: string
  readonly evidence: (typeof MARKS)[number]
  readonly source: string
  readonly reason: string
}
function Reasons({ said, set, first }: { readonly said: Said; readonly set: (said: Said) => void; readonly first: string }) {
  const { t, language } = useWords()
  return (
    <>
      <div className="field-row two">
        <DateField label={t('case-rules.from')} min={first} value={said.from} onValue={(from) => set({ ...said, from })} />
        <SelectField
          label={t('case-rules.mark')}
          value={said.evidence}
          options={MARKS.map((value) => ({ value, label: saidOf(value, t(`case-rules.mark.${value}`), language) }))}
          onValue={(evidence) => set({ ...said, evidence })}
        />
      </div>
      <TextField
        label={t('case-rules.source')}
        hint={t('case-rules.source.hint')}
        maxLength={300}
        value={said.source}
        onValue={(source) => set({ ...said, source })}
      />
      <LongTextField
        sealed
        label={t('case-rules.reason')}
        hint={t('case-rules.reason.hint')}
        rows={2}
        maxLength={1000}
        value={said.reason}
        onValue={(reason) => set({ ...said, reason })}
      />
    </>
  )
}

function AddChange({ shown, add }: { readonly shown: RulesShown; readonly add: (change: RuleChange) => void }) {
  const { t, language } = useWords()
  const [key, setKey] = useState('')
  const chosen = chosenIn(shown.inForce)
  const [value, setValue] = useState('')
  const [items, setItems] = useState<readonly string[]>([])
  const [number, list] = [ruleNumber(key), ruleList(key)]
  const choose = (next: string) => {
    const known = ruleList(next)
    setKey(next)
    setValue(ruleNumber(next) === undefined ? '' : String(numberIn(chosen, next).value))
    setItems(known === undefined ? [] : listIn(chosen, known.key).value)
  }
  const change: RuleChange | null =
    list !== undefined ? { list: list.key, items } : number !== undefined && value.trim() !== '' ? { key, value: Number(value) } : null
  const isFit = change !== null && checkChanges([change]).ok
  const bounds =
    number === undefined ? '' : t('case-rules.bounds.hint', { least: number.least, most: amountText(key, number.most, language) })
  const options = [...ruleNumbers, ...ruleLists].map((one) => ({
    value: one.key,
    label: saidOf(groupLabels[one.group][language], ruleText(one.key, language), language),
  }))
  return (
    <>
      <SelectField
        label={t('case-rules.rule')}
        value={key}
        options={[{ value: '', label: t('case-rules.choose') }, ...options]}
        onValue={choose}
      />
      {number !== undefined && (
        <TextField
          {...{ label: t('case-rules.value'), inputMode: 'numeric', autoComplete: 'off', maxLength: 4, value, onValue: setValue }}
          hint={bounds}
          fault={value.trim() !== '' && !isFit ? bounds : undefined}
        />
      )}
      {list !== undefined && <Items listKey={list.key} items={items} set={setItems} />}
      {change !== null && (
        <div>
          <Button disabled={!isFit} onClick={() => (add(change), choose(''))}>
            {t('case-rules.add')}
          </Button>
        </div>
      )}
    </>
  )
}

interface ItemsProps {
  readonly listKey: string
  readonly items: readonly string[]
  readonly set: (items: readonly string[]) => void
}
function Items({ listKey, items, set }: ItemsProps) {
  const { t, language } = useWords()
  const options = ruleList(listKey)?.options ?? null
  const [typed, setTyped] = useState(items.join('\n'))
  if (options === null)
    return (
      <LongTextField
        sealed
        label={ruleText(listKey, language)}
        hint={t('case-rules.days.hint')}
        rows={4}
        value={typed}
        onValue={(text) => {
          setTyped(text)
          set(text.split(/[\s,;]+/).filter((one) => one !== ''))
        }}
      />
    )
  if (listKey === 'zone')
    return (
      <SelectField
        label={ruleText(listKey, language)}
        value={items[0] ?? ''}
        options={[{ value: '', label: t('case-rules.zone.area') }, ...options.map((value) => ({ value, label: value }))]}
        onValue={(value) => set(value === '' ? [] : [value])}
      />
    )
  return (
    <div className="choices">
      {options.map((one) => (
        <CheckChoice
          key={one}
          label={itemText(one, language)}
          checked={items.includes(one)}
          onChecked={(is) => set(is ? [...items, one] : items.filter((other) => other !== one))}
        />
      ))}
    </div>
  )
}
