/** ถ้อยคำของช่องทาง REST และหน้าอ้างอิงของช่องทางนั้น */

export const apiReference = {
  title: 'อ้างอิง API',
  intro: 'ทุกช่องทางของ REST รุ่นที่ 1 สร้างจากเอกสาร OpenAPI ฉบับเดียวกับที่โปรแกรมอ่าน ข้อมูลสาธารณะอ่านได้โดยไม่ต้องเข้าสู่ระบบ',
  document: 'เอกสาร OpenAPI (JSON)',
  home: 'กลับหน้าแรก',
  otherLanguage: 'English',
  operations: 'ช่องทาง',
  schemas: 'โครงสร้างข้อมูล',
  parameters: 'พารามิเตอร์',
  name: 'ชื่อ',
  place: 'อยู่ใน',
  shape: 'ชนิด',
  meaning: 'ความหมาย',
  required: 'จำเป็น',
  body: 'เนื้อหาของคำขอ',
  answers: 'คำตอบ',
  status: 'สถานะ',
  needsKey: 'ต้องใช้กุญแจ (Authorization: Bearer)',
  example: 'ตัวอย่าง',
  errors: 'ข้อผิดพลาด',
  errorsIntro:
    'ทุกการปฏิเสธตอบเป็น application/problem+json ตาม RFC 9457 ในภาษาที่ขอด้วย Accept-Language ช่อง type บอกรหัสปัญหา และ errors บอกสิ่งที่ต้องแก้ทีละข้อ',
}

export const apiProblems = {
  'api.bodyUnreadable': () => 'เนื้อหาของคำขออ่านไม่ได้ โปรดส่งเป็น JSON ที่ถูกต้อง หรือเป็นแบบฟอร์มที่แนบแฟ้ม',
  'api.fileMissing': () => 'ไม่พบแฟ้มในแบบฟอร์มที่ส่งมา โปรดแนบแฟ้มหนึ่งแฟ้ม',
}
