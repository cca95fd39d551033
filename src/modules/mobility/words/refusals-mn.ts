/* What flow monitoring refuses, in Mongolian: a proposal that no native reader has seen yet. The type makes a missing sentence an error. */
import type { fr } from './fr.ts'

export const mobilityRefusalsMn: { readonly [Key in keyof typeof fr]: string } = {
  'refusal.unknown-flow-point': 'Ийм ажиглалтын цэг алга, эсвэл танд харах эрх байхгүй.',
  'refusal.flow-point-there': 'Энэ цэг аль хэдийн нээгдсэн байна.',
  'refusal.flow-point-place-not-known':
    'Заасан сум эсвэл талбай бүртгэлд алга. Жагсаалтаас сонго, эсвэл эхлээд газрын жагсаалтыг оруулахыг хүс.',
  'refusal.flow-point-code-taken': '{code} код өөр цэгийнх байна. Өөр код өг.',
  'refusal.flow-day-in-the-future': 'Ажиглалтын цэг дээр энэ өдөр болоогүй байна. Огноог зас.',
  'refusal.flow-point-closed': 'Энэ цэг бүрмөсөн хаагдсан. Өөр кодтой шинэ цэг нээ.',
  'refusal.flow-day-before-the-last': 'Энэ өдөр цэгийн сүүлийн өөрчлөлт болох {day}-ний өмнө байна. Тэр өдөр, эсвэл түүнээс хойшхийг өг.',
  'refusal.flow-point-suspended': 'Энэ цэгт тоололт аль хэдийн түр зогссон.',
  'refusal.flow-point-not-suspended': 'Энэ цэгт тоололт зогсоогүй байна.',
  'refusal.flow-count-there': 'Энэ тоололт аль хэдийн бүртгэгдсэн.',
  'refusal.unknown-flow-count': 'Ийм тоололт алга, эсвэл цэг нь таны нутагт биш.',
  'refusal.flow-count-withdrawn': 'Энэ тоололтыг аль хэдийн буцаасан.',
  'refusal.flow-stretch-too-long': 'Хугацаа {days} хоногоос урт байна. Богинохоныг сонго.',
  'refusal.flow-rows-too-many': 'Хугацаанд {most}-аас олон мөр байна, нэг файлд багтахгүй. Богинохоныг сонго.',
  'refusal.flows-file-without-columns': 'Файлд шаардлагатай багана алга. Дор хаяж: point_code, date, direction, group_size.',
  'refusal.flows-file-broken': 'Файлыг хүснэгт болгож унших боломжгүй: хашилт хаагдаагүй.',
  'refusal.workers-area-not-known': 'Энэ нутаг бүртгэлд алга. Жагсаалтаас аймаг, сум сонго, эсвэл эхлээд жагсаалтыг оруулахыг хүс.',
  'refusal.workers-quarter-not-begun': 'Энэ улирал эхлээгүй, эсвэл 2026-Q3 гэж бичигдээгүй. Зас.',
  'refusal.workers-sheet-there': 'Энэ нутаг, улирал, эх сурвалжийн яг эдгээр тоо аль хэдийн бүртгэгдсэн.',
  'refusal.unknown-workers-sheet': 'Энэ нутаг, улирал, эх сурвалжид бүртгэсэн тоо алга.',
  'refusal.workers-file-broken': 'Файлыг хүснэгт болгож унших боломжгүй. CSV болгож хадгалаад дахин оролд.',
  'refusal.workers-file-columns':
    '«{column}» багана дутуу эсвэл илүү байна. Яг эдгээр хэрэгтэй: area, quarter, source, sector, nation, sex, age, permit, n. Нэр агуулсан багана байж болохгүй.',
  'flows.problem.empty': 'хоосон',
  'flows.problem.not-a-date': 'огноо биш (ЖЖЖЖ-СС-ӨӨ)',
  'flows.problem.in-the-future': 'энэ өдөр болоогүй байна',
  'flows.problem.not-a-count': 'бүхэл тоо биш',
  'flows.problem.not-in-the-list': 'мэдэгдэхгүй код',
  'flows.problem.not-a-country': 'гурван үсэгт улсын код биш',
  'flows.problem.not-a-place-code': 'газрын код биш',
  'flows.problem.not-nationalities': '«COD:3 UGA:2» гэж бич',
  'flows.problem.unknown-point': 'ийм кодтой ажиглалтын цэг алга',
  'flows.problem.not-understood': 'ойлгосонгүй',
}
