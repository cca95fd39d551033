/* The same in English. */
import type { projectsHomeFr } from './screen-home-fr.ts'

export const projectsHomeEn: { readonly [Key in keyof typeof projectsHomeFr]: string } = {
  'donor-reports.home': '{n|report due to a donor|reports due to donors}',
  'donor-reports.home.rule': 'Due within thirty days; {late} late',
  'donor-reports.home.frozen': '{n|frozen report to read|frozen reports to read}',
  'donor-reports.home.frozen.rule': 'Reports to donors, with number and hash',
}
