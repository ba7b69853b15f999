/** คำที่เกี่ยวกับบัญชีผู้ใช้: จดหมาย คำสั่ง และปัญหาในการเข้าสู่ระบบ */
import { writeDay } from '../days.ts'
import type { Values } from '../text.ts'

const day = (value: string | number | undefined): string => writeDay(String(value), 'th')

export const accounts = {
  letters: {
    invitationSubject: 'คำเชิญใช้งานระบบโปร่งใส',
    invitation: ({ name, role, agency, link, lastDay }: Values) =>
      `เรียน ${name}\n\nท่านได้รับเชิญให้ใช้งานระบบโปร่งใสในบทบาท${role}${agency ? ` ของ${agency}` : ''}\nโปรดเปิดที่อยู่นี้เพื่อตั้งรหัสผ่าน\n${link}\n\nใช้ได้ครั้งเดียวจนถึงวันที่ ${day(lastDay)} หากท่านไม่ได้รอคำเชิญนี้ ไม่ต้องทำสิ่งใด`,
    resetSubject: 'ตั้งรหัสผ่านใหม่ของระบบโปร่งใส',
    reset: ({ name, link }: Values) =>
      `เรียน ${name}\n\nมีผู้ขอตั้งรหัสผ่านใหม่ของบัญชีนี้ โปรดเปิดที่อยู่นี้เพื่อตั้งรหัสผ่าน\n${link}\n\nใช้ได้ครั้งเดียวภายในหนึ่งชั่วโมง หากท่านไม่ได้ขอ ไม่ต้องทำสิ่งใด รหัสผ่านเดิมยังใช้ได้ตามปกติ`,
  },
  /** คำที่ระบบซึ่งเพิ่งติดตั้งบอกในหน้าจอคำสั่ง */
  startAt: ({ address, code }: Values) => `ยังไม่มีผู้ดูแลระบบ โปรดสร้างที่ ${address} ด้วยรหัสเริ่มใช้งาน ${code}`,
  setUpCodeIs: ({ code }: Values) => `รหัสเริ่มใช้งาน: ${code}`,
  signInAs: ({ password }: Values) => `เข้าสู่ระบบที่ /sign-in ด้วยอีเมลใดก็ได้ต่อไปนี้ รหัสผ่าน ${password}`,
  invited: ({ id, link }: Values) => `เชิญแล้ว (${id})\n${link}`,
  granted: ({ id }: Values) => `ให้บทบาทแล้ว (${id})`,
  grantEnded: 'สิ้นสุดบทบาทแล้ว',
  disabled: 'ระงับบัญชีแล้ว',
  isDisabled: 'ถูกระงับ',
  none: 'ไม่พบผู้ใช้ตามที่ขอ',
  page: ({ page, pages, total }: Values) => `หน้า ${page} จาก ${pages} ทั้งหมด ${total} คน`,
}

export const accountProblems = {
  'account.emailInvalid': () => 'อีเมลไม่ถูกต้อง โปรดตรวจตัวสะกด',
  'account.nameInvalid': ({ most }: Values) => `โปรดใส่ชื่อยาว 1 ถึง ${most} อักขระ`,
  'account.passwordTooShort': ({ least }: Values) =>
    `รหัสผ่านสั้นเกินไป โปรดใช้อย่างน้อย ${least} อักขระ ใช้คำหลายคำเรียงกันจะจำง่าย`,
  'account.passwordTooLong': ({ most }: Values) => `รหัสผ่านยาวเกินไป โปรดใช้ไม่เกิน ${most} อักขระ`,
  'account.emailTaken': () => 'มีบัญชีที่ใช้อีเมลนี้อยู่แล้ว โปรดให้บทบาทแก่บัญชีนั้นแทน',
  'account.notFound': () => 'ไม่พบบัญชีนี้',
  'account.isDisabled': () => 'บัญชีนี้ถูกระงับ โปรดติดต่อผู้ดูแลระบบเพื่อเปิดใช้',
  'account.isEnabled': () => 'บัญชีนี้ไม่ได้ถูกระงับ',
  'account.signInWrong': () => 'อีเมลหรือรหัสผ่านไม่ถูกต้อง',
  'account.locked': ({ minutes }: Values) => `ลองผิดหลายครั้งเกินไป โปรดลองใหม่ในอีก ${minutes} นาที`,
  'account.codeWrong': () => 'รหัสไม่ถูกต้อง โปรดตรวจนาฬิกาของเครื่อง หรือใช้รหัสสำรองอีกรหัสหนึ่ง',
  'account.signInAgain': () => 'ใช้เวลานานหรือลองหลายครั้งเกินไป โปรดเข้าสู่ระบบใหม่',
  'account.proveFirst': () =>
    'บัญชีนี้ตั้งการยืนยันตัวตนสองชั้นไว้ แต่ครั้งนี้เข้าสู่ระบบด้วยชั้นเดียว โปรดยืนยันด้วยรหัสจากแอปหรือพาสคีย์ก่อน',
  'account.noSecondFactor': () => 'ยังไม่ได้ตั้งการยืนยันขั้นที่สอง',
  'account.secondFactorThere': () => 'ตั้งการยืนยันขั้นที่สองไว้แล้ว',
  'account.passwordWrong': () => 'รหัสผ่านไม่ถูกต้อง',
  'account.resetInvalid': () => 'ลิงก์นี้ใช้ไปแล้วหรือเกินหนึ่งชั่วโมง โปรดขอใหม่',
  'account.signedOut': () => 'ท่านออกจากระบบแล้ว โปรดเข้าสู่ระบบใหม่',
  'account.personOnly': () => 'ทำได้เฉพาะผู้ที่เข้าสู่ระบบแล้ว',
  'account.sessionNotFound': () => 'อุปกรณ์นั้นออกจากระบบแล้ว',
  'account.passkeyNotFound': () => 'ไม่พบพาสคีย์นี้',
  'account.passkeyRefused': () => 'ใช้พาสคีย์นี้ไม่ได้ โปรดลองใหม่หรือเข้าสู่ระบบด้วยรหัสผ่าน',
  'account.keyInvalid': () => 'ไม่รู้จักกุญแจโปรแกรมนี้ หรือถูกเพิกถอนหรือหมดอายุแล้ว',
  'account.noProvider': () => 'ระบบนี้ไม่ได้ตั้งผู้ให้บริการยืนยันตัวตนไว้',
  'account.providerUnreachable': () => 'ติดต่อผู้ให้บริการยืนยันตัวตนไม่ได้ในขณะนี้ โปรดลองใหม่ภายหลังหรือเข้าสู่ระบบด้วยรหัสผ่าน',
  'account.providerStranger': () =>
    'ผู้ให้บริการยืนยันตัวตนรู้จักท่าน แต่ไม่มีบัญชีในระบบที่ตรงกับอีเมลที่ยืนยันแล้วของท่าน โปรดขอคำเชิญ',
  'account.providerFailed': () => 'เข้าสู่ระบบผ่านผู้ให้บริการยืนยันตัวตนไม่สำเร็จ โปรดลองใหม่',
  'accessKey.notFound': () => 'ไม่พบกุญแจโปรแกรมนี้',
  'accessKey.revoked': () => 'กุญแจโปรแกรมนี้ถูกเพิกถอนไปแล้ว',
  'accessKey.scopeMissing': () => 'โปรดเลือกสิ่งที่กุญแจทำได้อย่างน้อยหนึ่งอย่าง',
  'accessKey.scopeUnknown': ({ scope }: Values) => `ให้สิทธิ์ “${scope}” แก่กุญแจไม่ได้`,
  'accessKey.expiryInvalid': () => 'กุญแจต้องมีวันหมดอายุ ไม่เกินหนึ่งปีนับจากวันนี้',
  'grant.notFound': () => 'ไม่พบการให้บทบาทนี้',
  'grant.ended': () => 'บทบาทนี้สิ้นสุดไปแล้ว',
  'grant.alreadyHeld': () => 'ผู้นี้มีบทบาทนี้อยู่แล้ว',
  'grant.lastAdministrator': () => 'ผู้นี้เป็นผู้ดูแลระบบส่วนกลางคนสุดท้าย โปรดตั้งผู้อื่นเป็นผู้ดูแลระบบก่อน',
  'grant.reasonMissing': () => 'โปรดบอกเหตุผลที่สิ้นสุดบทบาท',
  'grant.roleUnknown': ({ value }: Values) => `ไม่มีบทบาท “${value}”`,
  'grant.scopeNotForRole': () => 'ให้บทบาทนี้ในระดับนี้ไม่ได้',
  'grant.groupMissing': () => 'โปรดเลือกประเภท กระทรวง หรือจังหวัด',
  'grant.groupUnknown': ({ code }: Values) => `ไม่มีประเภท กระทรวง หรือจังหวัด “${code}”`,
  'grant.agencyUnknown': () => 'ไม่พบหน่วยงานนี้',
  'grant.unitUnknown': () => 'หน่วยงานไม่มีส่วนงานนี้',
  'invitation.notFound': () => 'ไม่พบคำเชิญนี้',
  'invitation.tokenWrong': () => 'ลิงก์คำเชิญไม่ครบ โปรดคัดลอกทั้งหมดจากจดหมาย',
  'invitation.accepted': () => 'คำเชิญนี้ตอบรับไปแล้ว โปรดเข้าสู่ระบบ',
  'invitation.withdrawn': () => 'คำเชิญนี้ถูกยกเลิก โปรดติดต่อผู้ที่เชิญท่าน',
  'invitation.expired': () => 'คำเชิญนี้หมดอายุแล้ว โปรดขอคำเชิญใหม่จากผู้ที่เชิญท่าน',
  'invitation.alreadyOpen': () => 'มีคำเชิญที่ยังเปิดอยู่สำหรับอีเมลนี้ โปรดยกเลิกคำเชิญเดิมก่อน',
  'instance.codeWrong': () =>
    'รหัสเริ่มใช้งานไม่ถูกต้อง โปรดดูรหัสในหน้าจอของเซิร์ฟเวอร์ หรือด้วยคำสั่ง prongsai accounts set-up-code',
  'instance.alreadyStarted': () => 'ระบบนี้มีผู้ดูแลระบบคนแรกแล้ว',
  'instance.agencyMissing': () => 'โปรดบอกว่าระบบนี้เป็นของหน่วยงานใด',
  'instance.agencyUnknown': ({ code }: Values) =>
    `ยังไม่มีหน่วยงานรหัส ${code} ในทะเบียน โปรดระบุชื่อและประเภทด้วยเพื่อขึ้นทะเบียน`,
}
