/** What people call a type, a ministry or a province besides its official name. Pure. */
import type { ReferenceKind } from './reference.ts'
import { abbreviations } from './search-term.ts'

const courts = 'หน่วยธุรการของศาล องค์กรอิสระ องค์กรอัยการ รัฐสภา'
const department = 'กรมหรือเทียบเท่า'
const university = 'สถาบันอุดมศึกษา'
const otherState = 'หน่วยงานของรัฐอื่นหรือกองทุน'
const special = 'องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ'
const capital = 'กรุงเทพมหานคร'

type Names = readonly (readonly [string, string])[]

const called = (official: string, ...names: readonly string[]): Names =>
  names.map((name) => [name, official] as const)

/** By kind, each other name with the official one in Thai. A name that several groups could bear is none of them. */
export const otherNames: Readonly<Record<ReferenceKind, Names>> = {
  types: [
    ...abbreviations,
    ...called(courts, 'หน่วยธุรการของศาล', 'ศาล', 'องค์กรอิสระ', 'องค์กรอัยการ', 'รัฐสภา'),
    ...called(department, 'กรม', 'ระดับกรม', 'ส่วนราชการ', 'ส่วนราชการระดับกรม', 'ส่วนราชการระดับกรมหรือเทียบเท่า'),
    ...called(university, 'อุดมศึกษา', 'มหาวิทยาลัย'),
    ...called(otherState, 'หน่วยงานของรัฐอื่น', 'หน่วยงานของรัฐอื่น/กองทุน', 'หน่วยงานอื่นของรัฐ', 'กองทุน'),
    ...called(special, 'รูปแบบพิเศษ', 'อปท. รูปแบบพิเศษ', 'ท้องถิ่นรูปแบบพิเศษ'),
    ['PAO', 'องค์การบริหารส่วนจังหวัด'],
    ['SAO', 'องค์การบริหารส่วนตำบล'],
  ],
  ministries: [
    ...called('สำนักนายกรัฐมนตรี', 'นร.', 'สำนักนายก', 'สำนักนายกฯ'),
    ['กห.', 'กระทรวงกลาโหม'],
    ['กค.', 'กระทรวงการคลัง'],
    ['กต.', 'กระทรวงการต่างประเทศ'],
    ['กก.', 'กระทรวงการท่องเที่ยวและกีฬา'],
    ['พม.', 'กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์'],
    ['อว.', 'กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม'],
    ['กษ.', 'กระทรวงเกษตรและสหกรณ์'],
    ['คค.', 'กระทรวงคมนาคม'],
    ...called('กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม', 'ดศ.', 'ดีอี', 'DE', 'MDES'),
    ['ทส.', 'กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม'],
    ['พน.', 'กระทรวงพลังงาน'],
    ['พณ.', 'กระทรวงพาณิชย์'],
    ['มท.', 'กระทรวงมหาดไทย'],
    ['ยธ.', 'กระทรวงยุติธรรม'],
    ['รง.', 'กระทรวงแรงงาน'],
    ['วธ.', 'กระทรวงวัฒนธรรม'],
    ['ศธ.', 'กระทรวงศึกษาธิการ'],
    ['สธ.', 'กระทรวงสาธารณสุข'],
    ['อก.', 'กระทรวงอุตสาหกรรม'],
  ],
  provinces: [
    ...called(capital, 'กทม.', 'กรุงเทพ', 'กรุงเทพฯ'),
    ['อยุธยา', 'พระนครศรีอยุธยา'],
    ['โคราช', 'นครราชสีมา'],
  ],
}
