/* A cell as people say it: a place and a quarter by themselves, other attributes with their name. */
import type { Translate } from '../../../app/words.ts'

export const cellText = (t: Translate, cell: string): string =>
  cell === '*'
    ? t('figures.everybody')
    : cell
        .split('&')
        .map((part) => part.replace(/^(?:admin1|quarter)=/, '').replace('=', ' : '))
        .join(', ')
