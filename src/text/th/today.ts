/** ถ้อยคำของหน้าแรกในพื้นที่ทำงานและหน้าบัญชีของตน: สิ่งที่ต้องทำ ความคืบหน้า และการยืนยันตัวตน */
import { writeDay } from '../days.ts'

export const today = {
  tasks: 'สิ่งที่ต้องทำต่อ',
  noTasks: 'ไม่มีสิ่งที่รอให้ท่านทำ',
  task: {
    registerAgencies: () => 'นำเข้าทะเบียนหน่วยงาน',
    openRound: () => 'เปิดรอบการประเมิน',
    enrol: (year: number) => `เพิ่มหน่วยงานในรอบ ${year}`,
    setDays: (year: number) => `กำหนดวันของขั้นตอนในรอบ ${year}`,
  },
  reasons: {
    registerAgencies: 'ยังไม่มีหน่วยงานในระบบ',
    openRound: 'ยังไม่มีรอบใดเปิดอยู่',
    enrol: 'รอบเปิดแล้ว แต่ยังไม่มีหน่วยงาน',
    setDays: 'ยังไม่ได้กำหนดวันของขั้นตอนใด',
  },
  extension: (agency: string, until: string) =>
    `${agency} ได้ขยายเวลาถึง ${writeDay(until, 'th')} เวลา 24.00 น.`,
  next: 'ขั้นตอนถัดไป',
  progress: (year: number) => `จำนวนผู้ตอบแบบวัด ปี ${year}`,
  progressMeans: 'จำนวนที่ได้รับแล้วเทียบกับจำนวนขั้นต่ำ',
  ofMinimum: (count: string, minimum: string) => `${count} จากขั้นต่ำ ${minimum} คน`,
  noMinimum: (count: string) => `${count} คน (ยังไม่มีขั้นต่ำ)`,
  agency: 'หน่วยงาน',
  allAgencies: (total: number) => `ดูทั้ง ${total.toLocaleString('th-TH')} หน่วยงาน`,
  meanings: {
    rounds: 'ปฏิทิน วันของแต่ละขั้นตอน และเวลาที่ขยายให้',
    accounts: 'รายชื่อผู้ใช้และบทบาท',
  },
  factors: {
    optional: 'ยังไม่ได้ตั้ง ตั้งไว้แล้วบัญชีจะปลอดภัยแม้รหัสผ่านรั่ว',
    held: 'ตั้งไว้แล้ว และยืนยันแล้วในครั้งนี้',
    unproven: 'ตั้งไว้แล้ว แต่ครั้งนี้ยืนยันเพียงชั้นเดียว จึงเปลี่ยนวิธียืนยันและสร้างกุญแจไม่ได้',
    needsProof: (roles: string) => `บทบาท ${roles} จะใช้ได้เมื่อยืนยันชั้นที่สองในครั้งนี้`,
    prove: 'ยืนยันด้วยรหัสจากแอป',
    byPasskey: 'ออกจากระบบ แล้วเข้าใหม่ด้วยพาสคีย์',
    codesThere: 'รหัสจากแอป: ตั้งไว้แล้ว',
    restart: 'เริ่มตั้งใหม่ตั้งแต่สแกน',
  },
  deviceOf: (browser: string, system: string) => `${browser} บน ${system}`,
}
