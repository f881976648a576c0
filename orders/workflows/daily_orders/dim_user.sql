insert overwrite table orders_dw.dim_user partition (dt='${bizdate}')
select  id, user_id, status, amount, created_at
from    orders_dw.ods_users
where   dt = '${bizdate}';
