import type { Official } from '../../../api/shapes';
import { OfficeText } from '../../../components/OfficeText/OfficeText';

/** "Maria Östlund, enhetschef". */
export function OfficialName({ of: { name, title } }: { of: Official }) {
  return <OfficeText>{title === undefined ? name : `${name}, ${title}`}</OfficeText>;
}
