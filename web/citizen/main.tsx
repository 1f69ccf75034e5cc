import { createRoot } from 'react-dom/client'

createRoot(document.body).render(<p>12345</p>)
