// First of all: the schema library's compiler would probe for eval, which the content security policy reports.
import './no-eval.ts';
import './fonts.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followAppearance } from '../state/appearance.ts';
import { Providers } from './providers.tsx';
import { refuseDroppedFiles } from './refuse-dropped-files.ts';

followAppearance();
refuseDroppedFiles();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element #root');
createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
