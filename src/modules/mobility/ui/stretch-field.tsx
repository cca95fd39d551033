/* From which day to which: in the address, three months without being asked. */
import { DateField } from '../../../app/kit/field.tsx'
import { Toolbar } from '../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { useWords } from '../../../app/words.ts'

export function useStretch(): string {
  const [url] = useUrlState()
  const said = [url['from'] ? `from=${url['from']}` : '', url['until'] ? `until=${url['until']}` : ''].filter(Boolean).join('&')
  return said === '' ? '' : `?${said}`
}
export function StretchField({ from, until }: { readonly from: string; readonly until: string }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  return (
    <Toolbar label={t('flows.title')}>
      <DateField label={t('flows.from')} value={url['from'] ?? from} onValue={(to) => change({ from: to })} />
      <DateField label={t('flows.until')} value={url['until'] ?? until} onValue={(to) => change({ until: to })} />
    </Toolbar>
  )
}
