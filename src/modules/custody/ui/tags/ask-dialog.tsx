/* A site asks for tags. The proposal of the day stands beside the number, with every figure that went in. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { TagProposal } from '../../contract-tags.ts'
import { type PickedSite, SiteField } from '../lots/pick.tsx'
import { ReasonField } from './batch-dialogs.tsx'
import { ProposalFigures } from './proposal-panel.tsx'

const types = ['mine', 'trader', 'export', 'gold-sachet'] as const
export const wholeOf = (typed: string): number | null => (/^\d{1,7}$/.test(typed.trim()) ? Number(typed.trim()) : null)

/** `site` is given where the page is about one. */
export function AskDialog({ site: given = null }: { readonly site?: PickedSite | null }) {
  const { t } = useWords()
  const [site, setSite] = useState<PickedSite | null>(given)
  const [form, setForm] = useState({ tagType: 'mine', quantity: '', months: '1', reason: '' })
  const [quantity, monthsCover] = [wholeOf(form.quantity), wholeOf(form.months)]
  const question = site && monthsCover ? `/api/tag-proposals/${site.id}?months=${monthsCover}` : null
  const { data: proposal } = useAnswer<TagProposal>(question)
  const reason = form.reason.trim()
  const data = { site: site?.id, tagType: form.tagType, quantity, monthsCover, ...(reason === '' ? {} : { reason }) }
  const options = types.map((value) => ({ value: String(value), label: t(`tags.type.${value}`) }))
  return (
    <ActDialog
      title={t('tags.ask')}
      explain={t('tags.ask.explain')}
      go={t('tags.ask.go')}
      kind="plain"
      path="/api/tag-requests"
      data={site && quantity && monthsCover ? data : null}
    >
      <SiteField label={t('tags.site')} value={site} onValue={setSite} />
      <SelectField label={t('tags.ask.type')} value={form.tagType} options={options} onValue={(tagType) => setForm({ ...form, tagType })} />
      <div className="field-row two">
        <TextField
          label={t('tags.ask.quantity')}
          value={form.quantity}
          onValue={(typed) => setForm({ ...form, quantity: typed })}
          inputMode="numeric"
          required
        />
        <TextField
          label={t('tags.ask.months')}
          value={form.months}
          onValue={(months) => setForm({ ...form, months })}
          inputMode="numeric"
          required
        />
      </div>
      {proposal && <ProposalFigures proposal={proposal} />}
      <ReasonField value={form.reason} onValue={(typed) => setForm({ ...form, reason: typed })} />
    </ActDialog>
  )
}
