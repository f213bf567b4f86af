import type { ReactNode } from 'react';
import { templates } from '../../graph/templates/index.ts';
import { nameOf, useOwnTemplates } from './own.ts';
import { Part, Shipped } from './TemplateItem.tsx';

/** The templates a search text finds, by their names in both languages; else what stands for none. */
export default function FoundTemplates({ text, none }: { text: string; none: ReactNode }) {
  const own = useOwnTemplates(({ list }) => list);
  const wanted = text.trim().toLowerCase();
  const matches = (name: string) => name.toLowerCase().includes(wanted);
  const shipped = templates.filter(({ name }) => Object.values(name).some(matches));
  const ownFound = own.filter((template) => matches(nameOf(template)));
  if (shipped.length + ownFound.length === 0) return none;
  return (
    <ul>
      {shipped.map((template) => (
        <Shipped key={template.id} template={template} />
      ))}
      {ownFound.map((template) => {
        const name = nameOf(template);
        return (
          <li key={template.id}>
            <Part name={{ en: name, 'zh-CN': name }} build={() => template.graph} />
          </li>
        );
      })}
    </ul>
  );
}
