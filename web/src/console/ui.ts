/** The Element Plus parts in use, each with its own style sheet: nothing else gets into the bundle. */
import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/el-button.css';
import 'element-plus/theme-chalk/el-date-picker.css';
import 'element-plus/theme-chalk/el-date-picker-panel.css';
import 'element-plus/theme-chalk/el-input.css';
import 'element-plus/theme-chalk/el-option.css';
import 'element-plus/theme-chalk/el-option-group.css';
import 'element-plus/theme-chalk/el-popper.css';
import 'element-plus/theme-chalk/el-scrollbar.css';
import 'element-plus/theme-chalk/el-select.css';
import 'element-plus/theme-chalk/el-tag.css';
import 'element-plus/theme-chalk/el-tree.css';
import 'element-plus/theme-chalk/el-tree-select.css';
import './element.css';

export {
  ElButton,
  ElConfigProvider,
  ElDatePicker,
  ElInput,
  ElOption,
  ElOptionGroup,
  ElSelect,
  ElTreeSelect,
} from 'element-plus';
