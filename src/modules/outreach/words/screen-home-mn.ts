/* What outreach lays on the home page, in Mongolian: a proposal that no native reader has seen yet. A noun after a number has one form. */
import type { outreachHomeFr } from './screen-home-fr.ts'

export const outreachHomeMn: { readonly [Key in keyof typeof outreachHomeFr]: string } = {
  'follow-ups.home': '{n|сургалт дүүргэсэн хүнээс асуух|сургалт дүүргэсэн хүнээс асуух}',
  'follow-ups.home.rule': 'Зургаан сарын дараах асуулт; нэг сарын дотор {soon}',
  'trained-home.title': 'Сургалт дүүргэсэн хүн',
  'trained-home.step': 'Сүүлийн өдрийн улирал',
  'trained-home.trained': 'Сургалт дүүргэсэн хүн',
  'trained-home.below': '{n}-аас цөөн',
  'trained-home.kept': 'харуулахгүй',
  'trained-home.source':
    'Хагас өдрийн 80 ба түүнээс дээш хувь, улиралд хүн бүр нэг удаа: улирлуудыг нэмдэггүй. {n}-д хуваагдах тоо хүртэл бууруулсан (санал). Эх сурвалж: бүртгэсэн сургалт, {day}.',
}
