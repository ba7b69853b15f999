/** สิ่งที่รอให้ทำเรื่องการเปิดเผยข้อมูล (OIT) ในหน้าแรกของพื้นที่ทำงาน */
const many = (count: number) => count.toLocaleString('th-TH')

export const toDo = {
  title: 'สิ่งที่รอท่านวันนี้',
  ofYear: (year: number) => `OIT ปี ${year}`,
  late: (count: number) => `${many(count)} ข้อของท่านเลยกำหนด`,
  soon: (count: number) => `${many(count)} ข้อของท่านครบกำหนดภายใน 7 วัน`,
  returned: (count: number) => `${many(count)} ข้อของท่านถูกส่งกลับให้แก้ไข`,
  review: (count: number) => `${many(count)} ข้อรอท่านตรวจทาน`,
  approve: (ready: number, of: number) =>
    ready === of
      ? `ตรวจทานผ่านครบ ${many(of)} ข้อ รอท่านอนุมัติ`
      : `ตรวจทานผ่าน ${many(ready)} จาก ${many(of)} ข้อ อนุมัติได้เมื่อครบ`,
  unassigned: (count: number) => `${many(count)} ข้อยังไม่มีผู้รับผิดชอบ`,
  failing: (count: number) => `${many(count)} ลิงก์เปิดไม่ได้`,
  submit: (count: number) => `อนุมัติครบ ${many(count)} ข้อแล้ว รอส่ง`,
  explain: (count: number, days: number | null) => {
    const left = days === null ? '' : days <= 0 ? ' วันนี้เป็นวันสุดท้าย' : ` เหลืออีก ${many(days)} วัน`
    return `${many(count)} ข้อได้ 0 คะแนน ชี้แจงได้${left}`
  },
  mark: (items: number, agencies: number) =>
    `${many(items)} ข้อของ ${many(agencies)} หน่วยงานที่ท่านรับไว้ รอให้คะแนน`,
  free: (count: number) => `${many(count)} หน่วยงานส่งแล้ว ยังไม่มีผู้ตรวจ`,
  disputed: (count: number) => `${many(count)} ข้อที่ผู้ตรวจให้คะแนนต่างกัน รอตัดสิน`,
  explained: (count: number) => `${many(count)} ข้อที่หน่วยงานชี้แจง รอพิจารณา`,
  confirm: (count: number) => `${many(count)} หน่วยงานพร้อมให้ยืนยันคะแนน`,
}
