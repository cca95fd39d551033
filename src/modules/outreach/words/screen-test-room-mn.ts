/* The words of tests in the room in Mongolian: a proposal that no native reader has seen yet. */
import type { screenTestRoomFr } from './screen-test-room-fr.ts'

export const screenTestRoomMn: { readonly [Key in keyof typeof screenTestRoomFr]: string } = {
  'test-room.title': 'Танхим дахь сорил',
  'test-room.under': 'Утас сүлжээгүй үед гараас гарт дамжина. Зөвхөн энгэрийн дугаар, нэр огт байхгүй; зөв хариулт энд байхгүй.',
  'test-room.here': 'Энэ утсанд',
  'test-room.none': 'Энэ утсанд сорил алга',
  'test-room.none.do': 'Сүлжээ байгаа үед доороос нэгийг хадгална уу.',
  'test-room.keep': 'Сорилыг энэ утсанд хадгалах',
  'test-room.keep.session': 'Сургалт',
  'test-room.keep.choose': 'сонгох',
  'test-room.keep.go': 'Хадгалах',
  'test-room.keep.none': 'Танай аймагт явагдаж буй сургалт алга.',
  'test-room.keep.offline': 'Сургалтын жагсаалтад сүлжээ хэрэгтэй. Дээр хадгалсан нь сүлжээгүй нээгдэнэ.',
  'test-room.keep.kept': 'Хадгаллаа. Одоо сүлжээгүй нээгдэнэ.',
  'test-room.keep.no-room': 'Утсанд зай алга. Зай гаргаад дараа нь хадгална уу.',
  'test-room.questions': '{n} асуулт, {badges} энгэрийн дугаар',
  'test-room.handed': 'Энд өгсөн {n} хуудас',
  'test-room.open': 'Танхимд нээх',
  'test-room.renew': 'Шинэчлэх',
  'test-room.drop': 'Утаснаас авах',
  'test-room.drop.explain': 'Асуултууд энэ утаснаас арилна. Өгсөн хуудас үлдэж, илгээгдэнэ.',
  'test-room.badge': 'Энгэрийн дугаар',
  'test-room.badge.unlisted':
    'Сорилыг хадгалах үед {badge} дугаар энэ сургалтад байгаагүй. Дугаараа шалгана уу. Хуудас хадгалагдаж, хэнийх болохыг дараа хэлнэ.',
  'test-room.badge.again': '{badge} дугаар энэ хуудсыг энд аль хэдийн өгсөн. Шинэ нь тооцогдоно.',
  'test-room.when': 'Аль сорил',
  'test-room.language': 'Хэл',
  'test-room.begin': 'Эхлэх',
  'test-room.go-on': '{badge} дугаарын хуудас өгөгдөөгүй байна. Үргэлжлүүлэх бол тэр дугаарыг бичнэ үү; өөр дугаар хоосноос эхэлнэ.',
  'test-room.leave': 'Танхимаас гарах',
  'test-room.others': 'Энд өгсөн дугаарууд',
  'test-room.rule':
    'Санал: дугаарын сүүлийн хуудас тооцогдоно; хоёр утасны ялгаатай хоёр хуудас сургалтын хуудсанд таны сонголтыг хүлээнэ.',
}
